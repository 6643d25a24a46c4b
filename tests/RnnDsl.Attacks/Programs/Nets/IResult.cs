namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>Copies what a generated method gives, which is a view.</summary>
internal interface IResult<T>
    where T : allows ref struct
{
    float[] Copy(T result);
}
