namespace RnnDsl.Generator.Tests.Snapshots;

/// <summary>What a test received is not what its snapshots say.</summary>
public sealed class VerifyException(string message) : Exception(message);
