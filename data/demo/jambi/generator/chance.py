"""chance: random choices that are the same on every machine and in every year.

SplitMix64 (Steele, Lea, Flood 2014), seeded with a word.  Every part of the
generator has its own word, so a change in one part does not reshuffle another.
"""

MASK = (1 << 64) - 1


class Chance:
    def __init__(self, word):
        self.state = 0
        for byte in word.encode():
            self.state = (self.state * 0x100000001B3 + byte + 1) & MASK

    def _next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, count):
        """An integer in 0 .. count - 1."""
        return (self._next() * count) >> 64

    def between(self, first, last):
        """An integer in first .. last, both included."""
        return first + self.below(last - first + 1)

    def happens(self, per_mille):
        return self.below(1000) < per_mille

    def pick(self, things):
        return things[self.below(len(things))]

    def weighted(self, pairs):
        """One of the (thing, weight) pairs' things."""
        at = self.below(sum(weight for _, weight in pairs))
        for thing, weight in pairs:
            if at < weight:
                return thing
            at -= weight
        raise AssertionError("unreachable")

    def shuffled(self, things):
        """A shuffled copy."""
        things = list(things)
        for i in range(len(things) - 1, 0, -1):
            j = self.below(i + 1)
            things[i], things[j] = things[j], things[i]
        return things

    def sample(self, things, count):
        assert count <= len(things)
        return self.shuffled(things)[:count]


def apportion(weights, total, least=0, most=None):
    """Divide `total` by weights into integers (largest remainder), each within
    least .. most; the order of `weights` breaks ties."""
    most = total if most is None else most
    shares = [least] * len(weights)
    assert least * len(weights) <= total <= most * len(weights)
    while sum(shares) < total:
        want = [w * total - s * sum(weights) if s < most else -(1 << 80)
                for w, s in zip(weights, shares)]
        shares[max(range(len(want)), key=lambda i: (want[i], -i))] += 1
    return shares
