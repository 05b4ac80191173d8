import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.isonomia.postgres.Login;
import org.isonomia.postgres.TemporaryPostgres;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.GeneratedAnnotationType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Generates jOOQ's classes from the schema that the migrations make, on a real server that is thrown away afterwards. Part
 * of the build, not of the product: Maven runs this file as it is before it compiles the module.
 *
 * <p>A stamp (SHA-256 over the migrations, this program and jOOQ's version) tells when nothing has changed; no server is
 * started then.
 *
 * <p>Arguments: this file, the folder of the migrations, the folder for the generated sources, the stamp's file.
 */
final class GenerateTables {

    private static final String PACKAGE = "org.isonomia.adapters.persistence.generated";

    private final Path program;
    private final Path migrations;
    private final Path sources;
    private final Path stamp;

    private GenerateTables(Path program, Path migrations, Path sources, Path stamp) {
        this.program = program;
        this.migrations = migrations;
        this.sources = sources;
        this.stamp = stamp;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("expected: PROGRAM MIGRATIONS SOURCES STAMP");
        }
        new GenerateTables(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]))
                .runIfNeeded();
    }

    private void runIfNeeded() throws Exception {
        List<Path> scripts = scripts();
        String wanted = digest(scripts);
        if (Files.isDirectory(sources)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(wanted)) {
            return;
        }
        Files.deleteIfExists(stamp);
        Files.createDirectories(sources);
        if (!scripts.isEmpty()) {
            generateOnOwnServer();
        }
        Files.writeString(stamp, wanted);
    }

    private List<Path> scripts() throws IOException {
        if (!Files.isDirectory(migrations)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(migrations)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private String digest(List<Path> scripts) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(program));
        for (Path script : scripts) {
            digest.update(migrations.relativize(script).toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(script));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void generateOnOwnServer() throws Exception {
        System.out.println("Generating jOOQ's classes from the migrated schema");
        try (TemporaryPostgres postgres = TemporaryPostgres.start()) {
            Login owner = postgres.server().await().owner();
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            try (Connection connection = owner.connect()) {
                GenerationTool tool = new GenerationTool();
                tool.setConnection(connection);
                tool.run(configuration());
            }
        }
    }

    private Configuration configuration() {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withDatabase(database())
                        .withGenerate(new Generate()
                                .withPojos(false)
                                .withDaos(false)
                                .withRecords(true)
                                .withJavadoc(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withGeneratedAnnotation(true)
                                .withGeneratedAnnotationType(
                                        GeneratedAnnotationType.JAVAX_ANNOTATION_PROCESSING_GENERATED)
                                .withGeneratedAnnotationDate(false)
                                .withGeneratedAnnotationJooqVersion(false))
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(sources.toString())));
    }

    private static Database database() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema("public")
                .withOutputSchemaToDefault(true)
                .withExcludes("flyway_schema_history")
                .withForcedTypes(new ForcedType()
                        .withName("INSTANT")
                        .withIncludeTypes("(?i:timestamp(\\(\\d\\))? with time zone|timestamptz)"));
    }
}
