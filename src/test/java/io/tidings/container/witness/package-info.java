/** An application that tells what an application gets from Tidings and from the server it runs in. */
@NullMarked
package io.tidings.container.witness;

import org.jspecify.annotations.NullMarked;
