package org.isonomia.postgres;

import java.nio.file.Path;

/** Starts a server, writes its process number to standard output, and ends without closing it. */
final class EndingProgram {

    private EndingProgram() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        LocalPostgres.start(PostgresSettings.in(folder)).closeOnShutdown().await();
        System.out.println(
                PostmasterFile.read(folder.resolve("cluster")).orElseThrow().pid());
    }
}
