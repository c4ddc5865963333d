#include "rules/balance.h"

#include <stdio.h>

/* WFH is counted among those who are expected, so that WFO + WFH is expected. */
static void move(struct balance *balance, enum state state, enum mode mode, int32_t by)
{
    assert(state < STATE_COUNT);

    balance->counts[state] += by;
    if (mode == MODE_WFH && state != STATE_OFF) balance->wfh += by;
    assert(balance->counts[state] >= 0);
    assert(balance->wfh >= 0);
}

void balance_enter(struct balance *balance, enum state state, enum mode mode)
{
    move(balance, state, mode, 1);
}

void balance_leave(struct balance *balance, enum state state, enum mode mode)
{
    move(balance, state, mode, -1);
}

void balance_add(struct balance *balance, const struct balance *other)
{
    for (size_t i = 0; i < STATE_COUNT; i++) {
        balance->counts[i] += other->counts[i];
    }
    balance->wfh += other->wfh;
}

void balance_subtract(struct balance *balance, const struct balance *other)
{
    for (size_t i = 0; i < STATE_COUNT; i++) {
        balance->counts[i] -= other->counts[i];
        assert(balance->counts[i] >= 0);
    }
    balance->wfh -= other->wfh;
    assert(balance->wfh >= 0);
}

bool balance_equal(const struct balance *a, const struct balance *b)
{
    for (size_t i = 0; i < STATE_COUNT; i++) {
        if (a->counts[i] != b->counts[i]) return false;
    }
    return a->wfh == b->wfh;
}

static int32_t count_of_class(const struct balance *balance, enum state_class class)
{
    int32_t count = 0;

    for (size_t i = 0; i < STATE_COUNT; i++) {
        if (state_class_of((enum state)i) == class) count += balance->counts[i];
    }
    return count;
}

int32_t balance_strength(const struct balance *balance)
{
    int32_t count = 0;

    for (size_t i = 0; i < STATE_COUNT; i++) {
        count += balance->counts[i];
    }
    return count;
}

int32_t balance_expected(const struct balance *balance)
{
    return balance_strength(balance) - count_of_class(balance, STATE_CLASS_OFF);
}

int32_t balance_present(const struct balance *balance)
{
    return count_of_class(balance, STATE_CLASS_PRESENT);
}

int32_t balance_present_max(const struct balance *balance)
{
    return balance_present(balance) + count_of_class(balance, STATE_CLASS_OPEN);
}

struct percent_text percent_text(int32_t part, int32_t whole)
{
    struct percent_text text = {""};
    int64_t hundredths;

    assert(part >= 0);
    assert(whole >= 0);
    if (whole == 0) return text;

    hundredths = ((int64_t)part * 20000 + whole) / ((int64_t)whole * 2);
    IGNORE(snprintf(text.s, sizeof text.s, "%d.%02d", (int)(hundredths / 100 % 100000000),
                    (int)(hundredths % 100)),
           "a share of at most all people fits");
    return text;
}
