/* founding.h - tell whoever made a government how to sign in first.
 *
 *   account:   admin
 *   password:  k7qf-2mhx-9wct-ubrz
 *
 * Shown once and stored nowhere but as a hash.
 *
 * Threads   Any. */
#pragma once

#include "base/secret.h"

#include <stdio.h>

/* The name of the first account. */
#define FOUNDING_ACCOUNT "admin"

void founding_print(FILE *to, const char *account, const struct secret *password);
