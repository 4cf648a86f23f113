package cn.wufei.exchange.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/// Whether this is a demonstration, and the JSON file that lists the sign-ins it offers.
@ConfigurationProperties("wufei.demo")
record DemoSettings(@Bindable(defaultValue = "false") boolean enabled, @Nullable String accounts) {}
