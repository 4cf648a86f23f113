/// What a stream is expected to generate in each month of a usual year, as its producer states it:
/// kilns stand still, furnaces are relined, and power stations burn more in winter.
///
/// Owns `stream_profile` and `stream_profile_month`. [Profiles] is what other features see.
@NullMarked
package cn.wufei.exchange.stream.profile;

import org.jspecify.annotations.NullMarked;
