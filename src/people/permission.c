#include "people/permission.h"

#define MAY(name) (1U << PERMISSION_##name)
#define ALL       UINT32_MAX

static const char *const permission_words[] = {
#define PERMISSION(name, word, meaning) [PERMISSION_##name] = word,
#include "people/permission.def"
#undef PERMISSION
};

static const struct {
    const char *word;
    const char *label;
    uint32_t permissions;
} roles[] = {
#define ROLE(name, word, label, permissions) [ROLE_##name] = {word, label, permissions},
#include "people/role.def"
#undef ROLE
};

static_assert(COUNT_OF(permission_words) <= 32, "a role's permissions are bits of 32");

bool role_has(enum role role, enum permission permission)
{
    assert((size_t)role < COUNT_OF(roles));
    assert((size_t)permission < COUNT_OF(permission_words));
    return (roles[role].permissions >> permission & 1U) != 0;
}

bool identity_may(const struct identity *identity, enum permission permission)
{
    if (identity->kind == IDENTITY_NOBODY || identity->must_change_password) return false;
    return role_has(identity->role, permission);
}

static bool is_in_scope(const struct identity *identity,
                        const struct directory *directory,
                        int32_t agency)
{
    int32_t scope = NONE;

    if (!identity->agency[0]) return true;
    scope = directory_find_agency(directory, text_of(identity->agency));
    /* A scope that no longer exists is no scope at all, not the whole government. */
    if (scope == NONE || agency == NONE) return false;
    return directory_is_below(directory, agency, scope);
}

bool identity_may_on(const struct identity *identity,
                     enum permission permission,
                     const struct directory *directory,
                     int32_t agency)
{
    return identity_may(identity, permission) && is_in_scope(identity, directory, agency);
}

bool identity_may_read_person(const struct identity *identity,
                              const struct directory *directory,
                              int32_t person,
                              int32_t day)
{
    if (identity_may(identity, PERMISSION_SELF_READ) && identity->person[0] &&
        text_equal(directory->people[person].number, text_of(identity->person))) {
        return true;
    }
    return identity_may_on(identity, PERMISSION_SHEET_READ, directory,
                           directory_agency_of(directory, person, day));
}

const char *permission_word(enum permission permission)
{
    assert((size_t)permission < COUNT_OF(permission_words));
    return permission_words[permission];
}

bool permission_parse(struct text word, enum permission *out_permission)
{
    for (size_t i = 0; i < COUNT_OF(permission_words); i++) {
        if (text_equal(word, text_of(permission_words[i]))) {
            *out_permission = (enum permission)i;
            return true;
        }
    }
    return false;
}

const char *role_word(enum role role)
{
    assert((size_t)role < COUNT_OF(roles));
    return roles[role].word;
}

const char *role_label(enum role role)
{
    assert((size_t)role < COUNT_OF(roles));
    return roles[role].label;
}

bool role_parse(struct text word, enum role *out_role)
{
    for (size_t i = 0; i < COUNT_OF(roles); i++) {
        if (text_equal(word, text_of(roles[i].word))) {
            *out_role = (enum role)i;
            return true;
        }
    }
    return false;
}
