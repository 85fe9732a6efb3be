package io.tidings.wire;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Starts the nodes that test classes ask for with {@link On}; each stays until the last test of the run has ended. */
final class NodesOfTheRun extends AnnotationBasedArgumentsProvider<On> {

    private static final Namespace NODES = Namespace.create(NodesOfTheRun.class);

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, On wanted) {
        return Arrays.stream(wanted.value()).map(setup -> Arguments.of(node(setup, context)));
    }

    private static Node node(Setup setup, ExtensionContext context) {
        return context.getRoot().getStore(NODES).getOrComputeIfAbsent(setup, Node::new, Node.class);
    }
}
