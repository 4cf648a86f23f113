/// Finding lots and demands by words, place, price and tonnes, with what each costs at the caller's
/// own gate. Asks Elasticsearch; when that is away, says so and nothing else stops.
///
/// Owns `search_saved`, the searches that members keep. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.search;

import org.jspecify.annotations.NullMarked;
