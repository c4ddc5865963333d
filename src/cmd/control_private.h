/* control_private.h - what both ends of the control socket agree on. */
#pragma once

#include "cmd/control.h"

#include <sys/un.h>

enum { CONTROL_DESCRIPTORS = 3, CONTROL_REPLY_BYTES = 1 };

/* A socket's path has 107 bytes at most, a folder's may have more: so it is
 * named through the folder's descriptor, which the caller keeps open. */
enum rc control_address(const struct folder *folder,
                        int *out_folder_fd,
                        struct sockaddr_un *out_address) NODISCARD;
