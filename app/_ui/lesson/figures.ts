/** The parts that draw a cluster, as one script: three would each bring the scene along. */
export { LabFigure } from '@/app/_ui/lab/lab-figure';
export { LabTask } from '@/app/_ui/lab/lab-task';
export { Predict } from '@/app/_ui/lab/predict';
