@NullMarked
package io.tidings.cluster;

import org.jspecify.annotations.NullMarked;
