/** The cluster's bus over a topic of JMS: the only package that knows Jakarta Messaging, which a server may not have. */
@NullMarked
package io.tidings.cluster.jms;

import org.jspecify.annotations.NullMarked;
