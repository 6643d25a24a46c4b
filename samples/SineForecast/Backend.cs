using RnnDsl.Training;
#if TORCH
using RnnDsl.Torch;
#endif

namespace SineForecast;

/// <summary>What trains the model. Whichever it is, the model itself forecasts, on the CPU.</summary>
internal static class Backend
{
    /// <param name="model">The model: its parameters change in place.</param>
    /// <param name="backend">simd or torch.</param>
    /// <param name="device">Where tensors are.</param>
    /// <exception cref="InvalidOperationException">The sample was built without TorchSharp, or there is no such device.</exception>
    public static TrainingLoop<SineTraining.Sample> Training(SineForecaster model, string backend, string device)
    {
        if (backend == "simd")
        {
            return new SineTraining(model);
        }

#if TORCH
        return new SineTraining.Torch(model, Devices.Open(device));
#else
        throw new InvalidOperationException(
            $"--backend torch --device {device} needs a build with TorchSharp: "
                + "dotnet run -c Release --project samples/SineForecast -p:Torch=true -- --backend torch"
        );
#endif
    }
}
