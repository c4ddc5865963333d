/* loopback.c - lets Janus use the loopback, which it passes over by itself: a bare machine has no
 * other interface.  Preloaded into Janus by tests/lib/room.mjs; no part of the program. */
#include <dlfcn.h>
#include <ifaddrs.h>
#include <net/if.h>

typedef int get_addresses(struct ifaddrs **list);

int getifaddrs(struct ifaddrs **list)
{
    get_addresses *real;
    int failed;

    *(void **)&real = dlsym(RTLD_NEXT, "getifaddrs");
    failed = real(list);
    for (struct ifaddrs *each = failed ? 0 : *list; each; each = each->ifa_next) {
        each->ifa_flags &= ~(unsigned)IFF_LOOPBACK;
    }
    return failed;
}
