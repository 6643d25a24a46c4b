namespace RnnDsl.Tests.Fixtures;

/// <summary>A matrix of a fixture, row by row.</summary>
public sealed record Table(int Rows, int Columns, double[] Values)
{
    public float[] Floats => Array.ConvertAll(Values, x => (float)x);
}
