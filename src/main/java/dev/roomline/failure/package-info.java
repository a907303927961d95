/** What an exception means to a person: exit codes, messages, remedies. */
@NullMarked
package dev.roomline.failure;

import org.jspecify.annotations.NullMarked;
