/** Tests that know nothing of the server but its address, over plain HTTP. */
@NullMarked
package io.tidings.blackbox;

import org.jspecify.annotations.NullMarked;
