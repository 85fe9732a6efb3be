/** Programs that tests need from outside the JDK, and the rule that no test is skipped for any other reason. */
@NullMarked
package io.tidings.tools;

import org.jspecify.annotations.NullMarked;
