/// Code that breaks a rule of structure on purpose; see `ArchitectureTest`.
@NullMarked
package planted.ledger;

import org.jspecify.annotations.NullMarked;
