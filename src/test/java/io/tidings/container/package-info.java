/** Tests that run inside the application server, next to the beans that they look at. */
@NullMarked
package io.tidings.container;

import org.jspecify.annotations.NullMarked;
