/// Code that breaks a rule of structure on purpose; see `ArchitectureTest`.
@NullMarked
package planted.deal;

import org.jspecify.annotations.NullMarked;
