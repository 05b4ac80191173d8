package org.isonomia.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The product's sources as syntax trees, read by the JDK's own parser.
 *
 * @param units the files
 * @param trees what tells positions and comments in them
 */
record Sources(List<CompilationUnitTree> units, Trees trees) {

    /** The folder that holds the modules; Maven runs the tests in bootstrap's. */
    static final Path HOUSE = Path.of("").toAbsolutePath().getParent();

    static Sources ofModules(String... modules) {
        return ofModules("src/main/java", modules);
    }

    static Sources ofTests(String... modules) {
        return ofModules("src/test/java", modules);
    }

    private static Sources ofModules(String folder, String... modules) {
        return in(Stream.of(modules)
                .map(module -> HOUSE.resolve(module).resolve(folder))
                .toList());
    }

    static Sources in(List<Path> folders) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, null, null, files.getJavaFileObjectsFromPaths(filesIn(folders)));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            return new Sources(units, Trees.instance(task));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> filesIn(List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }
}
