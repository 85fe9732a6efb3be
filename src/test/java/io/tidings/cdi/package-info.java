/** Handler beans, without a server; where it takes a container, in Weld SE, which is what both servers have inside. */
@NullMarked
package io.tidings.cdi;

import org.jspecify.annotations.NullMarked;
