package io.tidings.wire;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** Tests that send hostile input to a node, and what must hold after each of them. */
class HostileInput {

    final Node node;

    HostileInput(Node node) {
        this.node = node;
    }

    @AfterEach
    void leavesTheNodeUnharmed() {
        node.assertUnharmed();
    }

    @AfterParameterizedClassInvocation
    static void leavesNothingBehind(Node node) {
        node.assertNothingLeftBehind();
    }
}
