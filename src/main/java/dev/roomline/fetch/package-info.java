/** Downloads from addresses that strangers name. */
@NullMarked
package dev.roomline.fetch;

import org.jspecify.annotations.NullMarked;
