/** Downloads from addresses of others: only public ones, with limits on time and size. */
@NullMarked
package dev.roomline.download;

import org.jspecify.annotations.NullMarked;
