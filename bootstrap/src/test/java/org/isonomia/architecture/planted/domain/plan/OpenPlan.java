package org.isonomia.architecture.planted.domain.plan;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** An aggregate that breaks every rule of the model at once. */
public class OpenPlan {

    private static final Random CHANCE = new Random();

    private String title;
    private final double progress = 0.5d;
    private final List<String> axes = new ArrayList<>();
    private OpenPlan previous;

    private OpenPlan(String title) {
        this.title = title;
    }

    public static OpenPlan restore(String title) {
        return new OpenPlan(title);
    }

    public void setTitle(String newTitle) {
        title = newTitle + CHANCE.nextInt() + UUID.randomUUID() + progress + axes;
    }

    public OpenPlan follow(File file) {
        previous = this;
        return file.exists() ? previous : restore(title);
    }
}
