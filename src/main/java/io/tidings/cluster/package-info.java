/**
 * What nodes tell each other: messages and their codec, who lives, who has been asked what. Knows no broker; its port to one is
 * {@link io.tidings.cluster.ClusterBus}.
 */
@NullMarked
package io.tidings.cluster;

import org.jspecify.annotations.NullMarked;
