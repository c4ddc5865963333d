/* permission.h - who may do what, and over which agency.
 *
 * A role is a set of permissions (role.def); an account or token has one role
 * and a scope: one agency with everything below it, or the whole government.
 * Every verb on a thing goes through the same two questions: does the role
 * allow it, and does the thing lie within the scope.  Looking and changing ask
 * the same function, so one cannot be forgotten.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/text.h"
#include "people/directory.h"

enum permission {
#define PERMISSION(name, word, meaning) PERMISSION_##name,
#include "people/permission.def"
#undef PERMISSION
};

enum role {
#define ROLE(name, word, label, permissions) ROLE_##name,
#include "people/role.def"
#undef ROLE
};

enum { IDENTITY_NAME_BYTES = 64 };

enum identity_kind { IDENTITY_NOBODY, IDENTITY_ACCOUNT, IDENTITY_TOKEN };

/* Whoever a request comes from, as sign-in or a token proved it. */
struct identity {
    enum identity_kind kind;
    enum role role;
    int64_t id;                           /* of a token; 0 for an account */
    char name[IDENTITY_NAME_BYTES + 1];   /* of the account or token */
    char agency[IDENTITY_NAME_BYTES + 1]; /* scope; empty: the whole government */
    char person[IDENTITY_NAME_BYTES + 1]; /* the number of the person behind an account, or empty */
    bool must_change_password;            /* then nothing else is allowed */
};

/* Does the role allow it, somewhere? */
bool identity_may(const struct identity *identity, enum permission permission);

/* Does it allow it on this agency (NONE: on the government as a whole)? */
bool identity_may_on(const struct identity *identity,
                     enum permission permission,
                     const struct directory *directory,
                     int32_t agency);

/* May this person's day be read: within the scope, or one's own. */
bool identity_may_read_person(const struct identity *identity,
                              const struct directory *directory,
                              int32_t person,
                              int32_t day);

const char *permission_word(enum permission permission);
bool permission_parse(struct text word, enum permission *out_permission);

const char *role_word(enum role role);
const char *role_label(enum role role); /* on screen, Indonesian */
bool role_parse(struct text word, enum role *out_role);
bool role_has(enum role role, enum permission permission);
