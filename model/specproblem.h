#pragma once

namespace swarm {

//! What is wrong with what was asked for, seen without asking anybody.
enum class SpecProblem {
    NameEmpty,
    NameTooLong,
    NameCharacters, //!< only a-z, 0-9 and dashes, beginning with a letter and not ending with a dash
    NameTaken, //!< in this swarm
    Region,
    CpuCount,
    TooLittleMemory,
    TooMuchMemory,
    MemoryStep,
    DiskSize,
    CannotSuspend, //!< more than 2 GB
    IdleMinutes,
    ReservedVariable, //!< PASSWORD, HASHED_PASSWORD, PORT
    VariableName,
    Image,
};

} // namespace swarm
