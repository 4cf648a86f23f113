/// The demo data of the exchange, loaded through its public API as a user's own data would be, so
/// that whatever the product refuses is refused here too. Depends on nothing of the product but the
/// HTTP contract.
@NullMarked
package cn.wufei.seeds;

import org.jspecify.annotations.NullMarked;
