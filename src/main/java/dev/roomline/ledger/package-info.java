/** The books: what was bought, for which run, and how it ended. The only place with their SQL. */
@NullMarked
package dev.roomline.ledger;

import org.jspecify.annotations.NullMarked;
