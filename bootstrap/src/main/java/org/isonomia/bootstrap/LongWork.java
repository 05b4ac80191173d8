package org.isonomia.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** Shows how far long work has come, on standard error, where a person looks on; to scripts and files it shows nothing. */
final class LongWork {

    private static final int TICK_MILLIS = 200;

    private LongWork() {}

    /** The file's bytes, with a bar that fills as they are read. */
    static InputStream reading(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return isSeen()
                ? ProgressBar.wrap(bytes, bar("Reading", Files.size(file)).setUnit(" KiB", 1024))
                : bytes;
    }

    /** Does work of which nobody knows how long it takes, with a bar that moves. */
    static <T> T during(String name, Supplier<T> work) {
        if (!isSeen()) {
            return work.get();
        }
        try (ProgressBar bar = bar(name, -1).build()) {
            T result = work.get();
            bar.stepTo(1);
            return result;
        }
    }

    private static ProgressBarBuilder bar(String name, long length) {
        return ProgressBar.builder()
                .setTaskName(name)
                .setInitialMax(length)
                .setUpdateIntervalMillis(TICK_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .clearDisplayOnFinish();
    }

    private static boolean isSeen() {
        return Ansi.AUTO.enabled();
    }
}
