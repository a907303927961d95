/** The provider's API over HTTP. The only room that knows its requests and answers. */
@NullMarked
package dev.roomline.endpoint;

import org.jspecify.annotations.NullMarked;
