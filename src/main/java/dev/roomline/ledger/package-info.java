/** What was paid, for which run, and how it ended. The only room with the SQL of the ledger. */
@NullMarked
package dev.roomline.ledger;

import org.jspecify.annotations.NullMarked;
