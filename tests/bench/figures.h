#pragma once

#include <algorithm>
#include <vector>

inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

// Each prints its figures, beside something measured in the same run, and tells whether they are within our bars.
bool compareStarts();
bool compareIdling();
bool compareCreates();
bool compareLifecycles();
bool compareListings();
