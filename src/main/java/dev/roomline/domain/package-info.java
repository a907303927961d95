/** The terms all rooms share: a row, a request, a key, an outcome. Depends on the JDK only. */
@NullMarked
package dev.roomline.domain;

import org.jspecify.annotations.NullMarked;
