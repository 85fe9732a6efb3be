/** The rules that hold for the whole of Tidings, checked on its compiled classes and its sources. */
@NullMarked
package io.tidings;

import org.jspecify.annotations.NullMarked;
