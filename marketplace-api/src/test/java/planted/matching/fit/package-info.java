/// Code that breaks a rule of structure on purpose; see `ArchitectureTest`.
@NullMarked
package planted.matching.fit;

import org.jspecify.annotations.NullMarked;
