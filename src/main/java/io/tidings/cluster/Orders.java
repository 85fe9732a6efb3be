package io.tidings.cluster;

import io.tidings.cluster.ClusterMessage.Disconnect;
import io.tidings.cluster.ClusterMessage.Emit;
import io.tidings.cluster.ClusterMessage.Join;
import io.tidings.cluster.ClusterMessage.Leave;
import io.tidings.cluster.ClusterMessage.TellServers;
import io.tidings.socketio.Holder;

/** Messages that say what is to be done and want no answer: all that somebody may say who is no node. */
final class Orders {

    private Orders() {}

    /** False if the message is no order. */
    static boolean carryOut(ClusterMessage message, Holder here) {
        if (message instanceof Emit emit) {
            here.emit(emit.namespace(), emit.selection(), emit.event());
        } else if (message instanceof Join join) {
            here.join(join.namespace(), join.selection(), join.rooms());
        } else if (message instanceof Leave leave) {
            here.leave(leave.namespace(), leave.selection(), leave.rooms());
        } else if (message instanceof Disconnect disconnect) {
            here.disconnect(disconnect.namespace(), disconnect.selection(), disconnect.close());
        } else if (message instanceof TellServers tell) {
            here.tellServers(tell.namespace(), tell.event());
        } else {
            return false;
        }
        return true;
    }
}
