@NullMarked
package io.tidings.cluster.jms;

import org.jspecify.annotations.NullMarked;
