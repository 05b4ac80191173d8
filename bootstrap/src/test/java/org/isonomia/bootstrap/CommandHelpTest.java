package org.isonomia.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The help of every command explains all that it takes. */
class CommandHelpTest {

    static Stream<CommandLine> commands() {
        return below(Main.commandLine());
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandHelpTest::below));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explainsAllThatItTakes(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(command.getCommandSpec().args())
                .allSatisfy(argument -> assertThat(isExplained(argument))
                        .as(argument.toString())
                        .isTrue());
    }

    private static boolean isExplained(ArgSpec argument) {
        return argument.description().length > 0
                && Arrays.stream(argument.description()).noneMatch(String::isBlank);
    }
}
