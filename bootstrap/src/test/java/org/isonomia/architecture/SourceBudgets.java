package org.isonomia.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Finds what is larger than its budget, or offered without a word of explanation. */
final class SourceBudgets {

    private SourceBudgets() {}

    /**
     * How many parameters a method, collaborators a service and components a record may have; the queries and rows of a
     * {@code …Search} port are as wide as the screen that they are made for, so they have a limit of their own.
     */
    record Arguments(int parameters, int collaborators, int components, int columns) {}

    static List<String> classesLongerThan(int codeLines, Sources sources) {
        return findings(sources, new ClassSizes(sources, codeLines));
    }

    static List<String> methodsLongerThan(int lines, Sources sources) {
        return findings(sources, new MethodSizes(sources, lines));
    }

    static List<String> moreArgumentsThan(Arguments limits, Sources sources) {
        return findings(sources, new ArgumentCounts(sources, limits));
    }

    static List<String> unexplained(Sources sources) {
        return findings(sources, new Explanations(sources));
    }

    /** Calls of {@code sleep}: in a test they make it slow where all is well, and wrong where it is not. */
    static List<String> sleeping(Sources sources) {
        return findings(sources, new Sleeps(sources));
    }

    private static List<String> findings(Sources sources, Finder finder) {
        sources.units().forEach(unit -> finder.scan(unit, null));
        return finder.found;
    }

    private abstract static class Finder extends TreePathScanner<Void, Void> {

        private final Sources sources;
        private final List<String> found = new ArrayList<>();

        Finder(Sources sources) {
            this.sources = sources;
        }

        final void add(Tree tree, String what) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            found.add(unit.getSourceFile().getName() + ":" + line(start(tree)) + " " + what);
        }

        final long start(Tree tree) {
            return sources.trees()
                    .getSourcePositions()
                    .getStartPosition(getCurrentPath().getCompilationUnit(), tree);
        }

        final long end(Tree tree) {
            return sources.trees()
                    .getSourcePositions()
                    .getEndPosition(getCurrentPath().getCompilationUnit(), tree);
        }

        final long line(long position) {
            return getCurrentPath().getCompilationUnit().getLineMap().getLineNumber(position);
        }

        /** The Javadoc of what is being visited; null where there is none. */
        final String comment() {
            return sources.trees().getDocComment(getCurrentPath());
        }

        final boolean isInRecord() {
            return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
        }
    }

    private static final class ClassSizes extends Finder {

        private final int limit;

        ClassSizes(Sources sources, int limit) {
            super(sources);
            this.limit = limit;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree) {
                long lines = codeLines(text().substring((int) start(type), (int) end(type)));
                if (lines > limit) {
                    add(type, "has " + lines + " lines of code");
                }
            }
            return super.visitClass(type, null);
        }

        private String text() {
            try {
                return getCurrentPath()
                        .getCompilationUnit()
                        .getSourceFile()
                        .getCharContent(true)
                        .toString();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static long codeLines(String source) {
            return source.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/"))
                    .count();
        }
    }

    private static final class MethodSizes extends Finder {

        private final int limit;

        MethodSizes(Sources sources, int limit) {
            super(sources);
            this.limit = limit;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                long lines = line(end(method.getBody())) - line(start(method.getBody())) + 1;
                if (lines > limit) {
                    add(method, method.getName() + " has " + lines + " lines");
                }
            }
            return super.visitMethod(method, null);
        }
    }

    private static final class ArgumentCounts extends Finder {

        private final Arguments limits;

        ArgumentCounts(Sources sources, Arguments limits) {
            super(sources);
            this.limits = limits;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            long components = type.getMembers().stream()
                    .filter(member -> type.getKind() == Tree.Kind.RECORD && isComponent(member))
                    .count();
            if (components > (isInSearch() ? limits.columns() : limits.components())) {
                add(type, type.getSimpleName() + " has " + components + " components");
            }
            return super.visitClass(type, null);
        }

        private boolean isInSearch() {
            return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree port
                    && port.getSimpleName().toString().endsWith("Search");
        }

        private static boolean isComponent(Tree member) {
            return member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            int limit = isConstructorOfAService(method) ? limits.collaborators() : limits.parameters();
            if (method.getParameters().size() > limit && !isInRecord()) {
                add(method, method.getName() + " has " + method.getParameters().size() + " parameters");
            }
            return super.visitMethod(method, null);
        }

        private boolean isConstructorOfAService(MethodTree method) {
            return method.getReturnType() == null
                    && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                    && type.getSimpleName().toString().endsWith("Service");
        }
    }

    private static final class Explanations extends Finder {

        Explanations(Sources sources) {
            super(sources);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isOffered(type.getModifiers())) {
                return null;
            }
            if (isUnexplained()) {
                add(type, type.getSimpleName() + " has no Javadoc");
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean canonical = isInRecord() && method.getReturnType() == null;
            if (isOffered(method.getModifiers()) && !overrides(method) && !canonical && isUnexplained()) {
                add(method, method.getName() + " has no Javadoc");
            }
            return null;
        }

        private boolean isOffered(ModifiersTree modifiers) {
            TreePath parent = getCurrentPath().getParentPath();
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || parent.getLeaf().getKind() == Tree.Kind.INTERFACE;
        }

        private boolean isUnexplained() {
            String comment = comment();
            return comment == null || comment.isBlank();
        }

        private static boolean overrides(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }
    }

    private static final class Sleeps extends Finder {

        Sleeps(Sources sources) {
            super(sources);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect().toString().matches("(.*\\.)?sleep")) {
                add(call, "sleeps");
            }
            return super.visitMethodInvocation(call, null);
        }
    }
}
