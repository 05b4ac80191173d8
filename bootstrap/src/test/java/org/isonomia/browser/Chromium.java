package org.isonomia.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A headless Chromium of this machine, for one test class; {@code ./isonomia verify} makes sure that there is one. Where
 * there is none the tests fail rather than being skipped.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts the browser.
     *
     * @return the running browser, which the caller closes
     */
    public static Chromium start() {
        Playwright playwright = Playwright.create();
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            // as root Chromium has no sandbox, and small machines have a small /dev/shm
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
            return new Chromium(playwright, browser);
        } catch (RuntimeException notStarted) {
            playwright.close();
            throw notStarted;
        }
    }

    private static Path executable() {
        return Optional.ofNullable(System.getenv("ISONOMIA_CHROMIUM"))
                .map(Path::of)
                .or(Chromium::onThePath)
                .orElseThrow(
                        () -> new IllegalStateException("The browser tests need Chromium: ./isonomia verify gets it"));
    }

    private static Optional<Path> onThePath() {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The browser itself; each test takes a context of its own from it. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
