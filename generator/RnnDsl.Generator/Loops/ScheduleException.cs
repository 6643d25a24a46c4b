namespace RnnDsl.Generator.Loops;

/// <summary>A graph that the scheduler has no program for. The message names the value, and what to write instead.</summary>
public sealed class ScheduleException(string message) : Exception(message);
